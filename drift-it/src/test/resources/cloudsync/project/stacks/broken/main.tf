resource "terraform_data" "half" {
  input = "a quotation mark too few
}
