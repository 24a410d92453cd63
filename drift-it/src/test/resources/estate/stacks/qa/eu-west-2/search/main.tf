resource "aws_ssm_parameter" "index" {
  name  = "/search/index"
  type  = "String"
  value = "documents-v2"
}
