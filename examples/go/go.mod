module shop

go 1.25.0

require (
	github.com/aws/jsii-runtime-go v1.139.0
	github.com/cdktf-datadog-rookout/cdktf-datadog-rookout-go/cdktfdatadogrookout v0.1.0
	github.com/cdktf/cdktf-provider-datadog-go/datadog/v12 v12.15.2
	github.com/hashicorp/terraform-cdk-go/cdktf v0.21.0
)
