stack {
  name = "orders-api"
  id   = "6f7c1d1e-0005-4a4e-9d51-7f1f5e0c0005"
  tags = ["environment/prod", "region/eu-west-1", "orders"]
}
