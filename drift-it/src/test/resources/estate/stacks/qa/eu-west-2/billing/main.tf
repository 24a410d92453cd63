resource "aws_ssm_parameter" "currency" {
  name  = "/billing/currency"
  type  = "String"
  value = "EUR"
}
