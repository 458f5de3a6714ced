# Dashboards of every form. `plan.json` beside this file is a plan with change = true, of what was applied without it, and
# `state.json` is the state before. RENEW_PLANS=1 npm run test:e2e -- plan renews both.

terraform {
  required_providers {
    datadog = {
      source  = "DataDog/datadog"
      version = "4.19.0"
    }
  }
}

provider "datadog" {
  validate = "false"
}

variable "change" {
  type    = bool
  default = false
}

variable "on_call" {
  type      = string
  sensitive = true
  default   = "secret-words"
}

# One for each region: known when the plan is made.
module "shop" {
  source   = "./shop"
  for_each = toset(["eu", "us"])
  region   = each.key
  change   = var.change
}

resource "datadog_dashboard_json" "heredoc" {
  dashboard = <<-JSON
    {
      "title": "Heredoc",
      "layout_type": "ordered",
      "widgets": [
        {
          "definition": {
            "type": "timeseries",
            "title": "Memory${var.change ? " [service:cart]" : ""}",
            "requests": [{ "q": "avg:memory{service:cart}" }]
          }
        }
      ]
    }
  JSON
}

resource "datadog_dashboard_json" "steady" {
  dashboard = jsonencode({
    title       = "Steady"
    layout_type = "ordered"
    widgets     = [{ definition = { type = "note", content = "$${not} an expression" } }]
  })
}

resource "datadog_dashboard_json" "leaves" {
  count = var.change ? 0 : 1
  dashboard = jsonencode({
    title       = "Leaves"
    layout_type = "ordered"
    widgets     = [{ definition = { type = "note", content = "Bye" } }]
  })
}

resource "datadog_dashboard_json" "hidden" {
  dashboard = jsonencode({
    title       = "Hidden"
    layout_type = "ordered"
    widgets     = [{ definition = { type = "note", content = var.on_call } }]
  })
}

resource "datadog_dashboard" "typed" {
  title       = "Typed"
  layout_type = "ordered"

  template_variable {
    name     = "env"
    prefix   = "env"
    defaults = ["prod"]
  }

  widget {
    group_definition {
      title       = "Group"
      layout_type = "ordered"

      widget {
        timeseries_definition {
          title = var.change ? "CPU [service:pay]" : "CPU"
          request {
            q            = "avg:cpu{service:cart}"
            display_type = "line"
          }
        }
      }
    }
  }

  widget {
    query_value_definition {
      title = "Errors"
      request {
        formula {
          formula_expression = "query1"
        }
        query {
          metric_query {
            name  = "query1"
            query = "sum:errors{service:pay}.as_count()"
          }
        }
      }
    }
  }
}

# Nothing of it is known, or to be seen, where a value of another resource or a sensitive one stands.
resource "terraform_data" "later" {
  input = var.change ? "service:other" : "service:later"
}

resource "datadog_dashboard" "unknown" {
  title       = "Unknown"
  layout_type = "ordered"

  widget {
    timeseries_definition {
      title = "Of the other resource"
      request {
        q = "avg:cpu{${terraform_data.later.output}}"
      }
    }
  }

  widget {
    timeseries_definition {
      title = "Sensitive"
      request {
        q = "avg:cpu{service:${var.on_call}}"
      }
    }
  }

  widget {
    note_definition {
      content = var.on_call
    }
  }

  widget {
    timeseries_definition {
      title = "Known"
      request {
        q = "avg:cpu{service:known}"
      }
    }
  }
}

resource "datadog_powerpack" "pack" {
  count = var.change ? 1 : 0
  name  = "Pack"
  tags  = ["team:shop"]

  layout {
    x      = 0
    y      = 0
    width  = 12
    height = 3
  }

  widget {
    timeseries_definition {
      title = "Queue"
      request {
        q = "avg:queue{service:queue}"
      }
    }
  }
}
