"""What a thief leaves in a shared folder. Each way takes a `Scene`, puts files there and gives what the victim must say of
them: a name and a reason, as regular expressions, and if need be what must hold after; or None where the file brings nothing and
need not be named."""
import copy
import os
import random
import shutil

import ed25519
from bundle import Bundle, chain_hash, data, digits, tip_statement

SEED = bytes(range(32))
UNSIGNED = ("desktop", r"has not signed")
STRANGE = (r"\b(laptop \(2\)|desktop \(2\)|thief)", r"has not met")


def forged(scene, seal=None, fork=False):
    """A change under desktop's name that follows on its last, or forks off before it."""
    bundle = Bundle(scene.genuine())
    number, stream = scene.stream_of(bundle, "desktop")
    before = bundle.transactions(number)[-1]
    first, previous = stream["to"] + 1, data(stream["end"])
    if fork:
        first, previous = 1, None
    acme, wall = scene.row("organisations", "Acme"), before["at"] + 1000
    hash_ = chain_hash(previous, data(stream["id"]), first, wall, "set", [], [("organisation", acme, "website", "evil.example")])
    bundle.head.update(kind="delta", parents=[], streams=[{"end": digits(hash_), "from": first, "id": stream["id"], "to": first}])
    if previous:
        bundle.head["streams"][0]["before"] = digits(previous)
    change = [f"organisation:{digits(acme)}", ["website", "evil.example"]]
    bundle.lines[1:-1] = [{
        "at": wall, "changes": [change], "command": "set", "context": [], "hash": digits(hash_[:8]), "seq": first, "stream": 0, "t": "tx"}]
    bundle.seal = seal(bundle) if seal else None
    return bundle


def own_tip(bundle, key=None):
    """A seal with the thief's own signature, under his key or under another's."""
    stream = bundle.head["streams"][0]
    return {"certificates": [], "keys": [key or digits(ed25519.public(SEED))],
            "tips": [[0, 0, digits(ed25519.sign(SEED, tip_statement(stream)))]]}


def made(bundle, seal):
    """The same, made by the thief."""
    key, content = digits(ed25519.public(SEED)), bundle.content_id()
    keys = sorted({*seal["keys"], key}, key=data)
    place = {old: keys.index(name) for old, name in enumerate(seal["keys"])}
    return {
        "by": keys.index(key), "certificates": [[kind, place[a], place[b], s] for kind, a, b, s in seal["certificates"]], "keys": keys,
        "signature": digits(ed25519.sign(SEED, f"afterword bundle 1\n{content}\n".encode())),
        "tips": [[n, place[k], s] for n, k, s in seal["tips"]]}


def unsigned_change(scene):
    forged(scene).write(scene.file())
    return UNSIGNED


def change_signed_by_the_thief(scene):
    forged(scene, own_tip).write(scene.file())
    return UNSIGNED


def change_signed_by_the_thief_under_anothers_key(scene):
    key = scene.key_of("desktop")
    forged(scene, lambda bundle: own_tip(bundle, key)).write(scene.file())
    return UNSIGNED


def change_in_a_bundle_the_thief_made(scene):
    forged(scene, lambda bundle: made(bundle, own_tip(bundle))).write(scene.file())
    return UNSIGNED


def another_history_from_the_beginning(scene):
    forged(scene, own_tip, fork=True).write(scene.file())
    return UNSIGNED


def tips_swapped(scene):
    bundle = Bundle(scene.news())
    seal = bundle.seal
    signatures = [tip[2] for tip in seal["tips"]]
    for tip, signature in zip(seal["tips"], signatures[1:] + signatures[:1]):
        tip[2] = signature
    bundle.write(scene.file())
    return UNSIGNED


def an_older_signature(scene):
    older = Bundle(scene.genuine())
    number, _ = scene.stream_of(older, "desktop")
    signature = next(tip[2] for tip in older.seal["tips"] if tip[0] == number)
    bundle = Bundle(scene.news())
    number, _ = scene.stream_of(bundle, "desktop")
    for tip in bundle.seal["tips"]:
        if tip[0] == number:
            tip[2] = signature
    bundle.write(scene.file())
    return UNSIGNED


def signatures_stripped(scene):
    bundle = Bundle(scene.news())
    bundle.seal = None
    bundle.write(scene.file())
    return UNSIGNED


def stream_cut_short(scene):
    bundle = Bundle(scene.news())
    number, stream = scene.stream_of(bundle, "desktop")
    last = bundle.transactions(number)[-1]
    bundle.lines.remove(last)
    stream["to"], stream["end"] = last["seq"] - 1, scene.end_at(last["seq"] - 1)
    bundle.write(scene.file())
    return UNSIGNED


def words_changed_as_if_something_were_forgotten(scene):
    """A transaction that says that something was erased keeps its hash, whatever else it says."""
    bundle = Bundle(scene.news())
    number, _ = scene.stream_of(bundle, "desktop")
    altered, following = bundle.transactions(number)[-2:]
    altered["command"], altered["hash"] = "(forgotten)", scene.end_at(following["seq"] - 1)
    altered["changes"][-1][-1][-1] = "Evil"
    bundle.head["req"] = ["erased", "sealed"]
    bundle.write(scene.file())
    return ("desktop", "forgotten")


def maker_of_another_bundle(scene):
    words_changed_as_if_something_were_forgotten(scene)
    bundle, genuine = Bundle(scene.file()), Bundle(scene.news())
    bundle.seal = genuine.seal
    bundle.write(scene.file())
    return ("desktop", "forgotten")


def store_of_his_own(scene):
    """He takes what lies in the folder, writes on it under a machine's name and leaves that."""
    scene.thief.name = "laptop"
    scene.steal()
    scene.thief.run("set", "acme", "website=evil.example")
    scene.thief.run("export", scene.file())
    return STRANGE


def vouched_for_by_himself(scene):
    bundle = forged(scene, own_tip)
    key = digits(ed25519.public(SEED))
    word = lambda start, of: digits(ed25519.sign(SEED, f"afterword {start} 1\n".encode() + data(of)))
    keys = sorted({key, scene.key_of("laptop"), scene.key_of("desktop")}, key=data)
    me = keys.index(key)
    words = sorted(["v" if at == me else "r", at, me, word("vouch" if at == me else "revoke", of)] for at, of in enumerate(keys))
    bundle.seal = made(bundle, {
        "keys": keys, "certificates": sorted(words, key=lambda word: word[1]), "tips": [[0, me, bundle.seal["tips"][0][2]]]})
    bundle.write(scene.file())
    return UNSIGNED


def vouched_for_by_an_unknown(scene):
    """Two strangers who vouch for each other."""
    scene.thief.name = "thief"
    scene.steal()
    other = scene.machine("accomplice")
    other.run("add", "organisation", "Evil")
    other.run("export", f"{scene.folder}/other.afterword")
    scene.thief.run("import", f"{scene.folder}/other.afterword", "--yes")
    scene.thief.run("set", "acme", "website=evil.example")
    scene.thief.run("export", scene.file())
    return STRANGE


def older_bundle_again(scene):
    shutil.copy(scene.genuine(), scene.file())
    scene.desktop.run("sync", scene.shared)
    return None


def renamed(scene):
    """The newest file under the name of another, and the other under its."""
    names = sorted(os.listdir(scene.shared))
    for name in names:
        os.rename(f"{scene.shared}/{name}", f"{scene.shared}/renamed-{name}")
    for name, other in zip(names, names[1:] + names[:1]):
        os.rename(f"{scene.shared}/renamed-{name}", f"{scene.shared}/{other}")
    return None


def removed(scene):
    for name in os.listdir(scene.shared)[1:]:
        os.remove(f"{scene.shared}/{name}")
    return None


def bytes_changed(scene):
    content = bytearray(open(scene.news(), "rb").read())
    for _ in range(3):
        content[random.Random(scene.seed).randrange(20, len(content))] ^= 1 << 3
    open(scene.file(), "wb").write(content)
    return ("", "not complete yet, or damaged")


def plain_in_an_encrypted_folder(scene):
    scene.encrypt()
    shutil.copy(scene.news(), scene.file())
    return ("", "not encrypted")


def key_that_is_revoked(scene):
    scene.laptop.run("machine", "revoke", "desktop", "--yes")
    scene.laptop.run("sync", scene.shared)
    scene.desktop.run("set", "acme", "website=evil.example")
    scene.desktop.run("export", scene.file())
    return ("desktop", "revoked")


def key_that_another_revoked(scene):
    tablet = scene.meet("tablet")
    tablet.run("machine", "revoke", "desktop", "--yes")
    tablet.run("sync", scene.shared)
    scene.laptop.run("sync", scene.shared, "--no-input")
    scene.desktop.run("set", "acme", "website=evil.example")
    scene.desktop.run("export", scene.file())
    return ("desktop", "revoked")


def met_together_with_who_revoked_him(scene):
    """Phone has revoked tablet, and laptop meets phone in the very sync in which tablet's file lies there."""
    phone, tablet = (scene.machine(name) for name in ("phone", "tablet"))
    for machine in (tablet, phone):
        scene.must(machine, "sync", scene.shared, "--no-encrypt", "--yes")
        machine.run("add", "organisation", f"Of {machine.name}")
    tablet.run("export", f"{scene.folder}/tablet.afterword")
    scene.must(phone, "import", f"{scene.folder}/tablet.afterword", "--yes")
    scene.must(phone, "machine", "revoke", "tablet", "--yes")
    scene.must(phone, "sync", scene.shared)
    tablet.run("set", "acme", "website=evil.example")
    tablet.run("export", scene.file())
    scene.laptop.run("sync", scene.shared, "--yes")
    return ("tablet", "revoked", still_takes_news)


def first_meeting(scene):
    """A machine that has met nobody yet, and a folder in which he has written too."""
    scene.laptop = scene.machine("newcomer")
    scene.must(scene.laptop, "sync", scene.shared, "--no-encrypt", "--no-input")
    store_of_his_own(scene)
    return ("laptop", "has not met")


def revocation_by_a_key_that_is_revoked(scene):
    """He has desktop's key, which laptop has revoked, and says that tablet is."""
    tablet = scene.meet("tablet")
    scene.must(scene.desktop, "sync", scene.shared, "--yes")
    scene.must(scene.laptop, "machine", "revoke", "desktop", "--yes")
    scene.must(scene.desktop, "machine", "revoke", "tablet", "--yes")
    # Once where nothing else is new, once with something that is.
    scene.desktop.run("export", f"{scene.shared}/1-thief.afterword")
    scene.laptop.run("sync", scene.shared, "--no-input")
    scene.desktop.run("set", "acme", "website=evil.example")
    scene.desktop.run("export", scene.file())

    def tablet_counts(scene):
        tablet.run("add", "organisation", "Later")
        tablet.run("export", f"{scene.folder}/later.afterword")
        taken = scene.laptop.run("import", f"{scene.folder}/later.afterword", "--no-input")
        return None if taken.code == 0 else f"he has revoked tablet: {taken.text}"
    return ("desktop", "revoked", tablet_counts)


def still_takes_news(scene):
    taken = scene.laptop.run("import", scene.news(), "--no-input")
    return None if taken.code == 0 else f"what is sound is kept out too: {taken.text}"


def one_stream_of_two_forged(scene):
    """A sound bundle with one forged stream among its own."""
    bundle, forgery = Bundle(scene.news()), forged(scene)
    number, stream = scene.stream_of(bundle, "desktop")
    kept = copy.deepcopy(bundle.lines)
    bundle.lines = [kept[0], *[line for line in kept[1:-1] if line.get("stream") != number], kept[-1]]
    line = forgery.lines[1]
    line["stream"] = number
    bundle.lines.insert(1 if number == 0 else len(bundle.lines) - 1, line)
    bundle.head["streams"][number] = forgery.head["streams"][0]
    bundle.head["parents"] = []
    bundle.write(scene.file())
    return UNSIGNED


WAYS = [
    revocation_by_a_key_that_is_revoked, first_meeting, met_together_with_who_revoked_him, unsigned_change, signatures_stripped, change_signed_by_the_thief, older_bundle_again, tips_swapped, stream_cut_short,
    plain_in_an_encrypted_folder, vouched_for_by_himself, key_that_is_revoked, store_of_his_own, renamed,
    words_changed_as_if_something_were_forgotten, change_signed_by_the_thief_under_anothers_key,
    another_history_from_the_beginning, an_older_signature, vouched_for_by_an_unknown, key_that_another_revoked,
    maker_of_another_bundle, change_in_a_bundle_the_thief_made, removed, bytes_changed, one_stream_of_two_forged]
