"""A device is signed by its owner only if every link of the chain holds."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.synapse.signatures import signed_devices
from tests.synapse.signing import SigningKey

ME, PHONE = "@me:synapse.test", "PHONE"
Answer = dict[str, Any]


def device(name: str, own: SigningKey) -> dict[str, Any]:
    """A device's keys, signed by itself."""
    keys = {f"ed25519:{name}": own.public, f"curve25519:{name}": "an identity"}
    found: dict[str, Any] = {"user_id": ME, "device_id": name, "keys": keys, "algorithms": []}
    own.sign(ME, found)
    signature = found["signatures"][ME].pop(f"ed25519:{own.public}")
    found["signatures"][ME][f"ed25519:{name}"] = signature
    return found


def chain() -> Answer:
    """What a server answers of somebody who signed one device of two."""
    master, signer = SigningKey(), SigningKey()
    announced = signer.announced(ME, "self_signing")
    master.sign(ME, announced)
    signed = device(PHONE, SigningKey())
    signer.sign(ME, signed)
    return {
        "master_keys": {ME: master.announced(ME, "master")},
        "self_signing_keys": {ME: announced},
        "device_keys": {ME: {PHONE: signed, "OTHER": device("OTHER", SigningKey())}},
    }


def other_master(answer: Answer) -> None:
    answer["master_keys"][ME] = SigningKey().announced(ME, "master")


def no_master(answer: Answer) -> None:
    del answer["master_keys"]


def master_of_another_use(answer: Answer) -> None:
    answer["master_keys"][ME]["usage"] = ["user_signing"]


def other_signer(answer: Answer) -> None:
    answer["self_signing_keys"][ME] |= SigningKey().announced(ME, "self_signing")


def unsigned_signer(answer: Answer) -> None:
    del answer["self_signing_keys"][ME]["signatures"]


def other_identity(answer: Answer) -> None:
    answer["device_keys"][ME][PHONE]["keys"][f"curve25519:{PHONE}"] = "another identity"


def renamed_device(answer: Answer) -> None:
    answer["device_keys"][ME]["OTHER"] = answer["device_keys"][ME].pop(PHONE)


def not_signed_by_itself(answer: Answer) -> None:
    del answer["device_keys"][ME][PHONE]["signatures"][ME][f"ed25519:{PHONE}"]


BREAKS: tuple[Callable[[Answer], None], ...] = (
    other_master,
    no_master,
    master_of_another_use,
    other_signer,
    unsigned_signer,
    other_identity,
    renamed_device,
    not_signed_by_itself,
)


def test_only_the_device_that_its_owner_signed_is_found() -> None:
    assert signed_devices(chain(), ME) == {PHONE: "an identity"}


def test_what_the_server_adds_beside_the_signed_part_changes_nothing() -> None:
    answer = chain()
    answer["device_keys"][ME][PHONE]["unsigned"] = {"device_display_name": "a phone"}
    assert PHONE in signed_devices(answer, ME)


def test_somebody_without_any_key_has_signed_nothing() -> None:
    assert signed_devices({"device_keys": {ME: {}}}, ME) == {}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_chain_with_one_broken_link_signs_nothing(broken: Callable[[Answer], None]) -> None:
    answer = deepcopy(chain())
    broken(answer)
    assert signed_devices(answer, ME) == {}
