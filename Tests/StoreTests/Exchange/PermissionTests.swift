import BundleFile
import Foundation
import Testing

@testable import Store

@Suite(.serialized) struct PermissionTests {
  @Test(arguments: [0o000, 0o077, 0o777] as [mode_t])
  func `everything written is for its owner alone, whatever the umask`(mask: mode_t) throws {
    let before = umask(mask & 0o077)
    defer { umask(before) }
    let laptop = try Laptop(seed: 1)
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.export("a.afterword")
    _ = try KeyRing(laptop.store.environment).makeKey(name: "own")
    try laptop.sync(shared.path)
    for path in try FileManager.default.subpathsOfDirectory(atPath: laptop.folder) {
      try expectPrivate(laptop.folder + "/" + path)
    }
    for name in shared.names { try expectPrivate(shared.file(name)) }
  }

  private func expectPrivate(_ path: String) throws {
    var status = stat()
    #expect(lstat(path, &status) == 0)
    #expect(status.st_mode & 0o077 == 0, "\(path) is \(String(status.st_mode & 0o777, radix: 8))")
  }

  @Test func `a link planted at a target is never followed`() throws {
    let laptop = try Laptop(seed: 2)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let victim = laptop.path("victim")
    try Data("precious".utf8).write(to: URL(fileURLWithPath: victim))
    #expect(symlink(victim, laptop.path("out.afterword")) == 0)
    #expect(throws: BundleError.self) { try laptop.export("out.afterword") }
    try laptop.export("out.afterword", replace: true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: victim)) == Data("precious".utf8))
    var status = stat()
    #expect(lstat(laptop.path("out.afterword"), &status) == 0 && status.st_mode & S_IFMT == S_IFREG)
  }

  @Test func `a link planted where a restore builds its file is removed, not followed`() throws {
    let laptop = try Laptop(seed: 3)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    try laptop.store.close()
    let victim = laptop.path("victim")
    try Data("precious".utf8).write(to: URL(fileURLWithPath: victim))
    #expect(symlink(victim, laptop.store.path + ".new") == 0)
    _ = try Store.restore(try BundleInput(backup), laptop.store.environment)
    #expect(try Data(contentsOf: URL(fileURLWithPath: victim)) == Data("precious".utf8))
  }

  @Test func `a pipe given as a bundle is refused without waiting for it`() throws {
    let laptop = try Laptop(seed: 4)
    #expect(mkfifo(laptop.path("pipe"), 0o600) == 0)
    #expect(throws: BundleError.self) { try BundleInput(laptop.path("pipe")) }
  }

  @Test func `a secret key is in no error and in no other file`() throws {
    let laptop = try Laptop(seed: 5)
    let keys = KeyRing(laptop.store.environment)
    _ = try keys.makeKey(name: "own")
    #expect(throws: KeyError.self) { try keys.makeKey(name: "own") }
    let secret = try #require(try keys.identities().first).secret
    for path in try FileManager.default.subpathsOfDirectory(atPath: laptop.folder) {
      let full = laptop.folder + "/" + path
      guard full != keys.identityPath, let bytes = FileManager.default.contents(atPath: full) else { continue }
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
  }

  @Test func `a key that was made but not added is added by the next try`() throws {
    let laptop = try Laptop(seed: 6)
    let keys = KeyRing(laptop.store.environment)
    let recipient = try keys.makeKey(name: "laptop")
    let folder = (keys.identityPath as NSString).deletingLastPathComponent
    try FileManager.default.removeItem(atPath: folder + "/recipients.txt")
    #expect(try keys.makeKey(name: "laptop") == recipient)
    #expect(try keys.recipients().map(\.recipient) == [recipient])
    #expect(throws: KeyError.self) { try keys.makeKey(name: "laptop") }
  }
}
