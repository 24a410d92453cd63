terraform {
  backend "s3" {
    bucket         = "acme-terraform-state"
    key            = "dev/us-east-1/feature-flags/terraform.tfstate"
    region         = "eu-central-1"
    use_lockfile   = true
    use_path_style = true
  }

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region            = "us-east-1"
  s3_use_path_style = true

  default_tags {
    tags = {
      owner = var.owner
    }
  }
}

variable "owner" {
  type = string
}
