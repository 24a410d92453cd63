# Included by every Terragrunt stack: backend, provider and the inputs they share.
terraform_binary = "terraform"

remote_state {
  backend = "s3"

  generate = {
    path      = "backend.tf"
    if_exists = "overwrite"
  }

  config = {
    bucket         = "acme-terraform-state"
    key            = "${path_relative_to_include()}/terraform.tfstate"
    region         = "eu-central-1"
    use_lockfile   = true
    use_path_style = true
  }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"

  contents = <<-EOF
    provider "aws" {
      region            = "${local.region}"
      s3_use_path_style = true
    }
  EOF
}

locals {
  region = "eu-west-2"
}
