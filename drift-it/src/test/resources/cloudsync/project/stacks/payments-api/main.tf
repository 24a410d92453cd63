module "service" {
  source = "../../modules/ecs-service"

  name          = "payments-api"
  image         = "acme/payments-api:1.4.2"
  desired_count = 1
}

variable "owner" {
  type = string
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = {
      owner = var.owner
    }
  }
}

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
