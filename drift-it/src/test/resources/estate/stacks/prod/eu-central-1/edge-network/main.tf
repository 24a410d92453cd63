resource "aws_vpc" "edge" {
  cidr_block = "10.20.0.0/16"
}

# Rules by their own resources, the way the provider recommends.
resource "aws_security_group" "web" {
  name        = "edge-web"
  description = "Public web traffic"
  vpc_id      = aws_vpc.edge.id
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.web.id
  description       = "HTTPS from the office"
  cidr_ipv4         = "203.0.113.0/24"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "everywhere" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

# Rules by the older resource.
resource "aws_security_group" "admin" {
  name        = "edge-admin"
  description = "Administration"
  vpc_id      = aws_vpc.edge.id
}

resource "aws_security_group_rule" "ssh" {
  security_group_id = aws_security_group.admin.id
  type              = "ingress"
  description       = "SSH from the bastion"
  cidr_blocks       = ["10.20.1.0/24"]
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
}
