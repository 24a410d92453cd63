stack {
  name = "secrets"
  id   = "secrets-0002"
  tags = ["environment/prod", "region/eu-central-1"]
}
