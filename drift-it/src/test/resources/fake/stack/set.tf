resource "aws_ecs_cluster" "s0001" {
  name = "cluster-s0001"
  tags = { Name = "cluster-s0001" }
}

resource "aws_ecs_service" "s0001" {
  name            = "service-s0001"
  cluster         = aws_ecs_cluster.s0001.arn
  task_definition = aws_ecs_task_definition.s0001.arn
  desired_count   = 2
  launch_type     = "EC2"
  tags            = { Name = "service-s0001" }
}

resource "aws_ecs_task_definition" "s0001" {
  family = "task-s0001"
  container_definitions = jsonencode([{
    name         = "app"
    image        = "acme/app:1"
    cpu          = 10
    memory       = 128
    essential    = true
    portMappings = [{ containerPort = 80, hostPort = 0, protocol = "tcp" }]
    environment  = [{ name = "STAGE", value = "prod" }]
  }])
  tags = { Name = "task-s0001" }
}

resource "aws_sqs_queue" "s0001" {
  name = "queue-s0001"
  tags = { Name = "queue-s0001" }
}

resource "aws_sns_topic" "s0001" {
  name = "topic-s0001"
  tags = { Name = "topic-s0001" }
}

resource "aws_cloudwatch_log_group" "s0001" {
  name              = "/log-s0001"
  retention_in_days = 14
  tags              = { Name = "/log-s0001" }
}

resource "aws_iam_role" "s0001" {
  name = "role-s0001"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
  tags = { Name = "role-s0001" }
}

resource "aws_security_group" "s0001" {
  name        = "group-s0001"
  description = "of s0001"
  vpc_id      = "vpc-0000000a"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = { Name = "group-s0001" }
}

resource "aws_ssm_parameter" "s0001" {
  name  = "/parameter-s0001"
  type  = "String"
  value = "blue"
  tags  = { Name = "parameter-s0001" }
}

resource "aws_dynamodb_table" "s0001" {
  name         = "table-s0001"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = { Name = "table-s0001" }
}
