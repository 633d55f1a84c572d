"""What `dying_store` and `test_killed` both know."""

ID, OLD, NEW = "x", "旧的\n" * 2000, "新的\n" * 3000
