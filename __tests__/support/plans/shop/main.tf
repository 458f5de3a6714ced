terraform {
  required_providers {
    datadog = {
      source = "DataDog/datadog"
    }
  }
}

variable "region" {
  type = string
}

variable "change" {
  type = bool
}

resource "datadog_dashboard_json" "board" {
  for_each = fileset("${path.module}/boards", "*.json.tftpl")

  dashboard = templatefile("${path.module}/boards/${each.key}", { region = var.region })
}

resource "datadog_dashboard_v2" "typed" {
  count       = var.change ? 1 : 0
  title       = "Second version, ${var.region}"
  layout_type = "ordered"

  widget {
    timeseries_definition {
      title = "Requests"
      request {
        query {
          metric_query {
            name  = "query1"
            query = "sum:requests{service:web,region:${var.region}}.as_count()"
          }
        }
        formula {
          formula_expression = "query1"
        }
      }
    }
  }
}
