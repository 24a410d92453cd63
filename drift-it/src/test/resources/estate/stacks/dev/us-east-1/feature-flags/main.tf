resource "aws_ssm_parameter" "new_checkout" {
  name  = "/flags/new-checkout"
  type  = "String"
  value = "off"
}

resource "aws_ssm_parameter" "api_token" {
  name  = "/flags/api-token"
  type  = "SecureString"
  value = "correct-horse-battery-staple"
}
