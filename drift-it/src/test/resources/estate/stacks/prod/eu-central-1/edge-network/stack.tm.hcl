stack {
  name = "edge-network"
  id   = "6f7c1d1e-0002-4a4e-9d51-7f1f5e0c0002"
  tags = ["environment/prod", "region/eu-central-1", "network"]
}
