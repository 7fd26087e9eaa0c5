"""The co-ordinator's board of proposals: who waits, whom the plan gives them, which mentors are free."""
