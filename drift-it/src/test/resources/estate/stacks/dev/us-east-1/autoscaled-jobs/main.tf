# Capacity belongs to the autoscaler, and the cost centre to the finance department.
resource "aws_dynamodb_table" "jobs" {
  name           = "jobs"
  billing_mode   = "PROVISIONED"
  read_capacity  = 1
  write_capacity = 1
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = {
    cost-centre = "unassigned"
    service     = "jobs"
  }

  lifecycle {
    ignore_changes = [read_capacity, tags["cost-centre"], tags_all["cost-centre"]]
  }
}
