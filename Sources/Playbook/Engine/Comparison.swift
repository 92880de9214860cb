package import Model

extension Planner {
  /// One opportunity under every playbook, side by side: the plan each would make of the same facts. The cap, which
  /// looks across opportunities, is left out.
  package func compare(_ opportunity: RowID) -> [(playbook: String, items: [PlanItem])] {
    guard let row = facts.opportunities[opportunity] else { return [] }
    return (Playbook.builtIn + preferences.ownPlaybooks).map { playbook in
      var row = row
      row.playbook = playbook.name
      let items = candidates(of: row).map(onBusinessDay).filter { $0.fulfilled == nil }.compactMap {
        PlanItem($0, facts: facts, today: today, pause: nil)
      }
      return (playbook.name, Planner.inOrder(items))
    }
  }
}
