stack {
  name = "access"
  id   = "6f7c1d1e-0003-4a4e-9d51-7f1f5e0c0003"
  tags = ["environment/prod", "iam"]
}
