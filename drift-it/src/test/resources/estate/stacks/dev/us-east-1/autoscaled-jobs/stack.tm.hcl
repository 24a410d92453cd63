stack {
  name = "autoscaled-jobs"
  id   = "6f7c1d1e-0010-4a4e-9d51-7f1f5e0c0010"
  tags = ["environment/dev", "region/us-east-1", "jobs"]
}
