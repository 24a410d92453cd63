terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
    notebook = {
      source  = "example.org/acme/notebook"
      version = "1.0.0"
    }
  }
}

variable "name" {
  description = "Keeps the stacks of one account apart."
  type        = string
}

variable "folder" {
  description = "Where the pages are kept."
  type        = string
}

variable "password" {
  type      = string
  sensitive = true
}

provider "aws" {
  region            = "eu-central-1"
  s3_use_path_style = true

  default_tags {
    tags = {
      owner = "platform"
      stack = var.name
    }
  }
}

provider "aws" {
  alias  = "west"
  region = "eu-west-1"

  default_tags {
    tags = {
      owner = "west"
    }
  }
}

provider "aws" {
  alias  = "audit"
  region = "eu-central-1"

  assume_role {
    role_arn     = "arn:aws:iam::222222222222:role/drift"
    session_name = "equality"
  }
}

provider "notebook" {
  folder = var.folder

  print = {
    author = var.name
  }
}
