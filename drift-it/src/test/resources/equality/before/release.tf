locals {
  release = 1
}

resource "aws_ssm_parameter" "old_name" {
  name  = "/${var.name}/moved"
  type  = "String"
  value = "the same under another address"
}

resource "aws_cloudwatch_log_group" "renamed" {
  name = "/${var.name}/before"
}

resource "aws_sns_topic" "leaving" {
  name = "${var.name}-leaving"
}

resource "aws_ssm_parameter" "forgotten" {
  name  = "/${var.name}/forgotten"
  type  = "String"
  value = "stays, unmanaged"
}

resource "notebook_page" "leaving" {
  name = "${var.name}-leaving"
  text = "goes"
}
