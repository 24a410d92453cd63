stack {
  name        = "payments-api"
  description = "Takes money, gives \"receipts\""
  id          = "Payments-API-0001"
  tags        = ["environment/prod", "region/eu-central-1", "payments"]
}
