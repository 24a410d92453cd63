# Two secrets that are marked, one by the code and one by the environment, and every way in which they get about unmarked.
variable "password" {
  type      = string
  sensitive = true
  default   = "correct-horse/\"battery\"+staple"
}

variable "token" {
  type      = string
  sensitive = true
}

locals {
  password = nonsensitive(var.password)
}

resource "aws_ssm_parameter" "password" {
  name  = "/acme/password"
  type  = "SecureString"
  value = var.password
}

resource "aws_ssm_parameter" "channel" {
  name        = "/acme/channel"
  type        = "String"
  value       = "beta"
  description = "not the password, which is ${local.password}"
}

resource "terraform_data" "copies" {
  input = {
    plain   = local.password
    encoded = base64encode(local.password)
    token   = nonsensitive(var.token)
  }
}

output "password" {
  value     = var.password
  sensitive = true
}

output "hint" {
  value = "it is ${local.password}"
}

provider "aws" {
  region = "eu-central-1"
}

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
