stack {
  name = "terragrunt-queue-worker"
  id   = "6f7c1d1e-0018-4a4e-9d51-7f1f5e0c0018"
  tags = ["environment/qa", "region/eu-west-2", "terragrunt"]
}
