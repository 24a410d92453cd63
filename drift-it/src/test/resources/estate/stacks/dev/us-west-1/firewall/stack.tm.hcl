stack {
  name = "firewall"
  id   = "6f7c1d1e-0013-4a4e-9d51-7f1f5e0c0013"
  tags = ["environment/dev", "region/us-west-1", "network"]
}
