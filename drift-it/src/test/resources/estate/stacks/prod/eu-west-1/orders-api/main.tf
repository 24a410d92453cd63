resource "aws_cloudwatch_log_group" "orders" {
  name              = "/acme/orders-api"
  retention_in_days = 30
}
