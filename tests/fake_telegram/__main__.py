"""The fake server as a process: `python -m tests.fake_telegram --port N` prints its port and stays."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from tests.fake_telegram.control import Control
from tests.fake_telegram.faults import Limits
from tests.fake_telegram.server import TOKEN, FakeTelegram


async def serve(options: argparse.Namespace) -> None:
    """Until a signal."""
    server = FakeTelegram(token=options.token, speed=options.speed)
    server.limits = Limits(speed=options.speed) if options.limits else None
    server.keeps_calls = not options.forgetful
    Control(server)
    await server.listen(options.port)
    sys.stdout.write(f"{server.port}\n")
    sys.stdout.flush()
    over = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    await over.wait()
    await server.stop()


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="python -m tests.fake_telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--speed", type=float, default=1.0, help="limits and delays, so many times faster")
    parser.add_argument("--limits", action="store_true", help="enforce the real limits of pace")
    parser.add_argument("--forgetful", action="store_true", help="keep no log of the calls")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
