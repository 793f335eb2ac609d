"""`python -m bot` is `boussole`."""

from bot.cli import main

if __name__ == "__main__":
    main()
