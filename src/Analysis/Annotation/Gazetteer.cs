namespace Analysis;

/// <summary>The known entities and the names by which texts call them, read from <c>corpus/entities.tsv</c> or a user's own file.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, int> _indexes;

    internal Gazetteer(IReadOnlyList<Entity> entities)
    {
        Entities = entities;
        _indexes = new Dictionary<string, int>(entities.Count, StringComparer.Ordinal);
        for (var index = 0; index < entities.Count; index++) _indexes.Add(entities[index].Id, index);
    }

    /// <summary>The entities, in file order.</summary>
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>The entity of that id; null when there is none.</summary>
    public Entity? Find(string id) => _indexes.TryGetValue(id, out var index) ? Entities[index] : null;

    /// <summary>Index in <see cref="Entities"/>; −1 when there is none.</summary>
    internal int IndexOf(string id) => _indexes.GetValueOrDefault(id, -1);
}
