resource "terraform_data" "retention" {
  input = "30 days"
}
