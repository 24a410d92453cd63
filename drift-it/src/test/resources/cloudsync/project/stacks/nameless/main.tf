resource "terraform_data" "new" {
  input = "never applied"
}
