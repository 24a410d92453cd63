terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region      = "eu-central-1"
  max_retries = 2

  default_tags {
    tags = {
      team = "platform"
    }
  }
}
