"""Facts as editors typed them: strict YAML, closed models, and the book they make."""
