data "aws_caller_identity" "here" {}

data "aws_region" "west" {
  provider = aws.west
}

data "aws_iam_policy_document" "publish" {
  statement {
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:*:${data.aws_caller_identity.here.account_id}:${var.name}-*"]
  }
}

module "service" {
  source   = "./modules/service"
  for_each = { web = 2, jobs = 1 }

  name  = "${var.name}-${each.key}"
  tasks = each.value
  image = "acme/${each.key}:${local.release}"
}

module "west" {
  source = "./modules/service"

  name  = "${var.name}-west"
  tasks = 1
  image = "acme/west:1"

  providers = {
    aws = aws.west
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-group"
  description = "rules from a dynamic block and from a resource"

  dynamic "ingress" {
    for_each = [443, 8443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_security_group" "bare" {
  name        = "${var.name}-bare"
  description = "rules only from resources"
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id = aws_security_group.bare.id
  from_port         = 80
  to_port           = 80
  ip_protocol       = "tcp"
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_iam_role" "this" {
  name = "${var.name}-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "publish" {
  role   = aws_iam_role.this.id
  name   = "publish"
  policy = data.aws_iam_policy_document.publish.json
}

resource "aws_dynamodb_table" "this" {
  name           = "${var.name}-table"
  read_capacity  = 5
  write_capacity = 1
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = {
    stage = "prod"
  }

  lifecycle {
    ignore_changes = [read_capacity]
  }
}

resource "aws_ssm_parameter" "each" {
  for_each = toset(["kept", "lost", "edited"])

  name  = "/${var.name}/${each.key}"
  type  = "String"
  value = "as applied"
}

resource "aws_ssm_parameter" "secret" {
  name  = "/${var.name}/secret"
  type  = "SecureString"
  value = var.password
}

resource "aws_ssm_parameter" "never_stored" {
  name             = "/${var.name}/never-stored"
  type             = "SecureString"
  value_wo         = var.password
  value_wo_version = 1
}

resource "aws_ssm_parameter" "audit" {
  provider = aws.audit

  name  = "/${var.name}/audit"
  type  = "String"
  value = "of another account"
}

data "aws_ssm_parameter" "edited" {
  name = aws_ssm_parameter.each["edited"].name
}

resource "terraform_data" "release" {
  input            = local.release
  triggers_replace = [local.release]
}

resource "aws_cloudwatch_log_group" "replaced_with_release" {
  name              = "/${var.name}/replaced-with-release"
  retention_in_days = 7

  lifecycle {
    replace_triggered_by = [terraform_data.release]
  }
}

resource "notebook_page" "read_me" {
  name   = "${var.name}-read-me"
  text   = provider::notebook::shout("release ${local.release}")
  secret = var.password
  labels = { stage = "prod" }
  notes = [
    { line = 1, text = "first" },
    { line = 2 },
  ]
}

resource "notebook_page" "many" {
  count = 3

  name = "${var.name}-${count.index}"
  text = "page ${count.index}"
}

data "notebook_index" "all" {
  depends_on = [notebook_page.many]
}

check "edited" {
  assert {
    condition     = data.aws_ssm_parameter.edited.insecure_value == "as applied"
    error_message = "Somebody has edited the parameter."
  }
}

check "west" {
  data "aws_caller_identity" "west" {
    provider = aws.west
  }

  assert {
    condition     = data.aws_caller_identity.west.account_id == data.aws_caller_identity.here.account_id
    error_message = "The west is another account."
  }
}

output "partition" {
  value = provider::aws::arn_parse(module.west.role).partition
}

output "accounts" {
  value = [data.aws_caller_identity.here.account_id, provider::aws::arn_parse(aws_ssm_parameter.audit.arn).account_id]
}

output "region" {
  value = data.aws_region.west.name
}

output "pages" {
  value = data.notebook_index.all.names
}

output "password" {
  value     = nonsensitive(var.password) == "" ? "" : var.password
  sensitive = true
}
