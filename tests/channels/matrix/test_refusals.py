"""What would break the bot's identity is refused with what to do, and an operator can begin again."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.channels import Unreachable
from bot.channels.matrix.client import opened
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.reset import reset_identity
from bot.channels.matrix.store import Store
from bot.sentences import sentence
from bot.settings import MatrixSettings
from tests.channels.matrix.bot_account import (
    BotAccount,
    claimed,
    devices_of,
    examined,
    impersonated,
    refused_with,
    said_of,
    signed_by_an_app,
)
from tests.cli.program import ran
from tests.synapse.fixtures import Synapse


@pytest.mark.row("F43")
async def test_a_lost_store_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """Starting would put new keys in the place of those that people write to."""
    watcher = await synapse.person("watcher", follows=False)
    await account.start_and_stop()
    (account.folder / "crypto.db").unlink()
    await refused_with(account, "cli-matrix-store-lost", watcher)


async def test_a_store_lost_with_its_whole_folder_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """The account still has the signing keys, which nobody holds any more; no device is left behind."""
    watcher = await synapse.person("watcher", follows=False)
    phone = await synapse.device(account.user, follows=False)
    await account.start_and_stop()
    before = await devices_of(phone)
    account.folder.rename(account.folder.with_name("gone"))
    await refused_with(account, "cli-matrix-signing-unknown", watcher)
    assert await devices_of(phone) == before


async def test_a_foreign_device_key_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """Somebody started another program with our token."""
    watcher = await synapse.person("watcher", follows=False)
    device = await account.start_and_stop()
    before = await said_of(watcher, account.user)
    await impersonated(account, device, json.loads((account.folder / "session.json").read_text())["access_token"])
    assert await said_of(watcher, account.user) != before
    await refused_with(account, "cli-matrix-device-foreign", watcher)


async def test_a_wrong_pickle_key_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """Before the server is even asked."""
    watcher = await synapse.person("watcher", follows=False)
    await account.start_and_stop()
    await refused_with(account, "cli-matrix-pickle-key", watcher, pickle_key="another")
    nowhere = "http://127.0.0.1:1"
    await refused_with(account, "cli-matrix-pickle-key", watcher, pickle_key="another", homeserver=nowhere)
    await account.start_and_stop()


async def test_signing_keys_that_we_do_not_hold_are_refused(synapse: Synapse, account: BotAccount) -> None:
    """Most often those that an app made when someone logged in to the account by hand."""
    watcher = await synapse.person("watcher", follows=False)
    await signed_by_an_app(account)
    await refused_with(account, "cli-matrix-signing-unknown", watcher)


async def test_signing_keys_replaced_behind_our_back_are_refused(synapse: Synapse, account: BotAccount) -> None:
    """Ours sign for nobody any more."""
    watcher = await synapse.person("watcher", follows=False)
    await account.start_and_stop()
    await signed_by_an_app(account)
    await refused_with(account, "cli-matrix-signing-foreign", watcher)


async def test_damaged_files_are_refused(synapse: Synapse, account: BotAccount) -> None:
    """Each by its name."""
    watcher = await synapse.person("watcher", follows=False)
    await account.start_and_stop()
    for name, said in (
        ("crypto.db", "cli-matrix-store-damaged"),
        ("session.json", "cli-matrix-file-unreadable"),
        ("crosssigning.json", "cli-matrix-file-unreadable"),
    ):
        whole = (account.folder / name).read_bytes()
        (account.folder / name).write_bytes(b"not what it was")
        await refused_with(account, said, watcher)
        (account.folder / name).write_bytes(whole)
    await account.start_and_stop()


async def test_a_revoked_login_is_refused_and_the_store_kept(synapse: Synapse, account: BotAccount) -> None:
    """A token of the operator too."""
    watcher = await synapse.person("watcher", follows=False)
    async with account.started() as session:
        await session.client.logout()
    await refused_with(account, "cli-matrix-session-ended", watcher)
    await refused_with(account, "cli-matrix-token-refused", watcher, access_token="nothing", device_id="A")


async def test_a_login_that_expired_is_made_again_on_the_same_device(synapse: Synapse, account: BotAccount) -> None:
    """The server keeps the device and asks for the password again; with a wrong one, it is refused."""
    await synapse.restart(nonrefreshable_access_token_lifetime="2s")
    first = await account.start_and_stop()
    token = (account.folder / "session.json").read_bytes()
    await asyncio.sleep(2.1)
    assert examined(account) == [(True, sentence("cli-doctor-matrix-first"))]
    with pytest.raises(MatrixRefused) as refusal:
        await opened(account.settings(password="wrong"))
    assert refusal.value.name == "cli-matrix-password-refused"
    assert await account.start_and_stop() == first
    assert (account.folder / "session.json").read_bytes() != token


async def test_a_wrong_password_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """At the first start."""
    watcher = await synapse.person("watcher", follows=False)
    await refused_with(account, "cli-matrix-password-refused", watcher, password="wrong")


async def test_a_store_of_another_account_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """The folder says whose it is."""
    watcher = await synapse.person("watcher", follows=False)
    await account.start_and_stop()
    await refused_with(account, "cli-matrix-signing-foreign", watcher, user="@another:synapse.test")


@pytest.mark.row("F43")
async def test_an_old_copy_of_the_store_is_refused(synapse: Synapse, account: BotAccount) -> None:
    """Its next keys have the names of keys that the server already has: the server tells."""
    watcher = await synapse.person("watcher", follows=False)
    device = await account.start_and_stop()
    copy = account.copy()
    await claimed(watcher, account.user, device, 40)
    await account.start_and_stop()
    account.restore(copy)
    await claimed(watcher, account.user, device, 30)
    said, conflicts = await said_of(watcher, account.user), synapse.server.conflicts()
    with pytest.raises(MatrixRefused) as refusal:
        await account.start_and_stop()
    assert refusal.value.name == "cli-matrix-store-older"
    assert synapse.server.conflicts() == conflicts + 1
    assert await said_of(watcher, account.user) == said


async def test_a_homeserver_that_is_down_is_no_refusal(account: BotAccount) -> None:
    """The bot tries again, however long it lasts; the same in the middle of a start."""
    with pytest.raises(Unreachable):
        await opened(account.settings(homeserver="http://127.0.0.1:1"))
    assert not account.kept()


async def test_a_reset_after_a_lost_store_is_a_new_device_of_the_same_identity(
    synapse: Synapse, account: BotAccount
) -> None:
    """People's apps notice nothing: the master key is the one that they know. The old device is gone."""
    watcher = await synapse.person("watcher", follows=False)
    old = await account.start_and_stop()
    assert await watcher.sees_signed(account.user, old)
    (account.folder / "crypto.db").unlink()
    renewed = await reset_identity(account.settings())
    assert not renewed.identity
    assert list(await watcher.signed_devices_of(account.user)) == [renewed.device_id]
    assert renewed.device_id != old
    assert await account.start_and_stop() == renewed.device_id


async def test_a_reset_after_lost_signing_keys_makes_new_ones(synapse: Synapse, account: BotAccount) -> None:
    """The server asks for the password; without it, it says so."""
    await account.start_and_stop()
    await signed_by_an_app(account)
    with pytest.raises(MatrixRefused) as refusal:
        await reset_identity(account.settings(password="wrong"))
    assert refusal.value.name == "cli-matrix-password-refused"
    renewed = await reset_identity(account.settings())
    assert renewed.identity
    stranger = await synapse.person("stranger", follows=False)
    assert list(await stranger.signed_devices_of(account.user)) == [renewed.device_id]
    assert await account.start_and_stop() == renewed.device_id
    assert (account.folder / "former-1" / "crypto.db").is_file()


async def test_a_reset_refuses_the_token_of_a_device_that_was_used(synapse: Synapse, account: BotAccount) -> None:
    """Its keys would have to be overwritten."""
    watcher = await synapse.person("watcher", follows=False)
    device = await account.start_and_stop()
    token = json.loads((account.folder / "session.json").read_text())["access_token"]
    said = await said_of(watcher, account.user)
    with pytest.raises(MatrixRefused) as refusal:
        await reset_identity(account.settings(access_token=token, device_id=device))
    assert refusal.value.name == "cli-matrix-reset-token"
    assert await said_of(watcher, account.user) == said


@pytest.mark.row("F43")
async def test_the_command_resets_and_says_what_was_done(
    synapse: Synapse, account: BotAccount, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """From the configuration file, as the refusal and the guide say; refused while the bot runs."""
    config = tmp_path / "config.toml"
    keys = account.settings().model_dump(include={"homeserver", "user", "password", "pickle_key", "store_path"})
    config.write_text("[matrix]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in keys.items()))
    config.chmod(0o600)
    command = ("matrix", "reset-identity", "--config", config)
    async with account.started():
        busy = await asyncio.to_thread(ran, *command)
    assert busy.refused
    (account.folder / "crypto.db").unlink()
    capfd.readouterr()
    with pytest.raises(MatrixRefused):
        await opened(account.settings())
    assert "boussole matrix reset-identity" in capfd.readouterr().err
    done = await asyncio.to_thread(ran, *command)
    assert done.code == 0, done.err
    device = await account.start_and_stop()
    assert done.out == sentence("cli-matrix-reset", device=device) + "\n"
    assert account.password not in done.out + done.err


async def test_doctor_says_what_the_start_would(synapse: Synapse, account: BotAccount) -> None:
    """Before the first start, after it, and when something is wrong; it changes nothing."""
    watcher = await synapse.person("watcher", follows=False)
    assert examined(account) == [(True, sentence("cli-doctor-matrix-first"))]
    assert not account.kept()
    device = await account.start_and_stop()
    kept, said = account.kept(), await said_of(watcher, account.user)
    assert examined(account) == [(True, sentence("cli-doctor-matrix", user=account.user, device=device))]
    away = sentence("cli-doctor-matrix-away", host="127.0.0.1")
    assert examined(account, homeserver="http://127.0.0.1:1") == [(False, away)]
    path = str(account.folder / "crypto.db")
    assert examined(account, pickle_key="another") == [(False, sentence("cli-matrix-pickle-key", path=path))]
    assert account.kept() == kept
    (account.folder / "crypto.db").unlink()
    assert examined(account) == [(False, sentence("cli-matrix-store-lost"))]
    assert await said_of(watcher, account.user) == said


def test_a_store_without_an_account_is_an_empty_store(tmp_path: Path) -> None:
    """Killed while nio was making it."""
    settings = MatrixSettings(
        homeserver="http://127.0.0.1:1", user="@a:b", password="p", pickle_key="k", store_path=str(tmp_path)
    )
    sqlite3.connect(tmp_path / "crypto.db").close()
    assert Store(settings).device("@a:b") is None


async def test_what_a_kill_left_half_written_in_the_store_is_taken_back(account: BotAccount) -> None:
    """As SQLite does it, by whoever opens the file first; it is no damage, and nothing to refuse (goals G17)."""
    device = await account.start_and_stop()
    files = {name: account.folder / name for name in ("crypto.db", "crypto.db-journal")}
    with closing(sqlite3.connect(files["crypto.db"], isolation_level=None)) as connection:
        connection.executescript(
            "PRAGMA cache_size = 1; BEGIN; CREATE TABLE more (words); UPDATE accounts SET shared = 0"
        )
        connection.executemany("INSERT INTO more VALUES (?)", [("x" * 4_000,)] * 50)
        killed = {name: path.read_bytes() for name, path in files.items()}
        connection.execute("ROLLBACK")
    for name, path in files.items():
        path.write_bytes(killed[name])
        path.chmod(0o600)
    assert examined(account) == [(True, sentence("cli-doctor-matrix", user=account.user, device=device))]
    assert await account.start_and_stop() == device
