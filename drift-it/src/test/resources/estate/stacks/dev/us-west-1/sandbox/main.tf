# Nobody has applied this stack yet: it has no state.
resource "aws_ssm_parameter" "greeting" {
  name  = "/sandbox/greeting"
  type  = "String"
  value = "hello"
}
