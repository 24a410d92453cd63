# Rules in a dynamic block: the plan's configuration does not tell what they say.
locals {
  ports = [80, 443]
}

resource "aws_security_group" "firewall" {
  name        = "firewall"
  description = "Rules from a list"

  dynamic "ingress" {
    for_each = local.ports

    content {
      description = "port ${ingress.value}"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}
