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

resource "datadog_dashboard_v2" "typed" {
  title       = "Second version, ${var.region}"
  layout_type = "ordered"

  # missing-filter, in each region
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
