locals {
  release = 2
}

moved {
  from = aws_ssm_parameter.old_name
  to   = aws_ssm_parameter.new_name
}

resource "aws_ssm_parameter" "new_name" {
  name  = "/${var.name}/moved"
  type  = "String"
  value = "the same under another address"
}

resource "aws_cloudwatch_log_group" "renamed" {
  name = "/${var.name}/after"
}

removed {
  from = aws_ssm_parameter.forgotten

  lifecycle {
    destroy = false
  }
}

import {
  to = aws_ssm_parameter.adopted
  id = "/${var.name}/adopted"
}

resource "aws_ssm_parameter" "adopted" {
  name  = "/${var.name}/adopted"
  type  = "String"
  value = "made by hand"
}

resource "aws_iam_policy" "coming" {
  name   = "${var.name}-coming"
  policy = data.aws_iam_policy_document.publish.json
}

resource "notebook_page" "coming" {
  name = "${var.name}-coming"
  text = data.aws_region.west.name
}
