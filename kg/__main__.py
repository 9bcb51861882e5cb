"""`python -m kg` is `kg`, where the folder of commands is not on the path."""

from kg.cli import main

if __name__ == "__main__":
    main()
