# What `tag` mends, in every form in which Terraform has dashboards. Each finding of `check` is marked beside the graph.

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

module "regional" {
  source   = "./regional"
  for_each = toset(["eu", "us"])
  region   = each.key
}

resource "datadog_dashboard_json" "heredoc" {
  dashboard = <<-JSON
    {
      "title": "Heredoc",
      "description": null,
      "layout_type": "ordered",
      "notify_list": [],
      "template_variables": [],
      "widgets": [
        {
          "definition": {
            "type": "timeseries",
            "title": "Memory",
            "requests": [{ "q": "avg:memory{service:cart}" }]
          }
        },
        { "definition": { "type": "note", "content": "Ask $${us} in ${terraform.workspace}" } }
      ]
    }
  JSON
}

resource "datadog_dashboard_json" "encoded" {
  dashboard = jsonencode({
    title              = "Encoded"
    description        = null
    layout_type        = "ordered"
    notify_list        = []
    template_variables = []
    widgets = [
      # missing-filter
      {
        definition = {
          type     = "timeseries"
          title    = "Latency"
          requests = [{ q = "avg:latency{service:pay} by {host}" }]
        }
      },
      # link-disagrees: the filter is there, the link is not
      {
        definition = {
          type     = "timeseries"
          title    = "Queue [service:queue]"
          requests = [{ q = "avg:queue{service:queue}" }]
          custom_links = [
            { label = "Runbook", link = "https://example.com/runbook" },
          ]
        }
      },
      # Nothing to find: it shows every service.
      {
        definition = {
          type     = "timeseries"
          title    = "All"
          requests = [{ q = "avg:memory{*}" }]
        }
      },
    ]
  })
}

resource "datadog_dashboard_json" "file" {
  dashboard = file("${path.module}/exported.json")
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

      # missing-filter
      widget {
        timeseries_definition {
          title = "CPU"
          request {
            q            = "avg:cpu{$env,service:cart}"
            display_type = "line"
          }
        }
      }
    }
  }

  # link-disagrees: it opens another service
  widget {
    timeseries_definition {
      title = "Errors [service:pay]"
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
      custom_link {
        label = "Set metric points"
        link  = "https://app.rookout.com/?labels=service%3Acart"
      }
    }
  }
}

resource "datadog_dashboard" "regions" {
  for_each    = toset(["eu", "us"])
  title       = "Region ${each.key}"
  layout_type = "ordered"

  # missing-filter, in each region
  widget {
    timeseries_definition {
      title = "Carts"
      request {
        q = "sum:carts{service:cart}"
      }
    }
  }

  # Only a plan has it: there is nothing to find.
  widget {
    timeseries_definition {
      title = "Memory"
      request {
        q = each.key == "eu" ? "avg:memory{*}" : "max:memory{*}"
      }
    }
  }
}

resource "datadog_powerpack" "pack" {
  name = "Pack"
  tags = ["team:shop"]

  layout {
    x      = 0
    y      = 0
    width  = 12
    height = 3
  }

  # missing-filter
  widget {
    timeseries_definition {
      title = "Jobs"
      request {
        q = "avg:jobs{service:worker}"
      }
    }
  }
}
