resource "aws_cloudwatch_log_group" "reports" {
  name              = "/acme/reports"
  retention_in_days = 14
}

output "log_group" {
  value = aws_cloudwatch_log_group.reports.name
}
