namespace Analysis;

/// <summary>Reads the table of a <see cref="Gazetteer"/>.</summary>
internal static class GazetteerReader
{
    private static readonly string[] Mandatory = ["id", "type", "name_ar", "name_en"];

    public static Gazetteer Read(TextReader reader, string source)
    {
        List<Entity> entities = [];
        List<Alias> aliases = [];
        List<Demonym> demonyms = [];
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        Columns? columns = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var row = new LexiconRow(source, number, line.TrimStart('\uFEFF').Split('\t'));
            if (columns is null)
            {
                columns = Columns.Of(row);
                continue;
            }

            if (row.Fields.Length != columns.Count) throw row.Error($"{row.Fields.Length} fields, expected {columns.Count}");
            var entity = EntityOf(row, columns);
            if (!ids.TryAdd(entity.Id, number)) throw row.Error($"id '{entity.Id}' stands on line {ids[entity.Id]} already");
            ReadNames(row, columns, entity, entities.Count, aliases);
            foreach (var demonym in row.Fields.ElementAtOrDefault(columns.Demonyms)?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                demonyms.Add(new Demonym(entities.Count, DemonymOf(row, entity, demonym.Trim()), number));
            }

            entities.Add(entity);
        }

        if (columns is null) throw new InvalidDataException($"{source}: no header row; expected the columns {string.Join(", ", Mandatory)}");
        return new Gazetteer(entities, aliases, demonyms);
    }

    private static Entity EntityOf(LexiconRow row, Columns columns)
    {
        var (id, type) = (row[columns.Id], row[columns.Type]);
        if (id.Length == 0) throw row.Error("the id is empty");
        if (!EntityTypes.OfEntities.Contains(type)) throw row.Error($"type '{type}' of '{id}'; expected one of {string.Join(", ", EntityTypes.OfEntities)}");
        if (row[columns.Arabic].Length == 0) throw row.Error($"name_ar of '{id}' is empty");
        var actor = row.Fields.ElementAtOrDefault(columns.StateActor) ?? "";
        return new Entity(id, type, row[columns.Arabic], row[columns.English], actor.Length == 0 && type == "state" ? id : actor);
    }

    private static void ReadNames(LexiconRow row, Columns columns, Entity entity, int index, List<Alias> aliases)
    {
        try
        {
            var names = AliasSyntax.Parse(row.Fields.ElementAtOrDefault(columns.Aliases) ?? "");
            foreach (var name in AliasSyntax.Expand(entity.NameArabic))
            {
                if (!names.Exists(other => other.Name == name)) aliases.Add(new Alias(index, name, AliasPolicy.Always, row.Line));
            }

            foreach (var (name, policy) in names) aliases.Add(new Alias(index, name, policy, row.Line));
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{row.Source}({row.Line}): {error.Message}", error);
        }
    }

    private static string DemonymOf(LexiconRow row, Entity entity, string demonym)
    {
        if (entity.Type != "state") throw row.Error($"demonym '{demonym}' of '{entity.Id}', which is a {entity.Type}; expected a state");
        return demonym.Length > 2
            ? demonym
            : throw row.Error($"demonym '{demonym}'; expected the masculine singular without article, such as أمريكي");
    }

    private sealed record Columns(int Id, int Type, int Arabic, int English, int StateActor, int Demonyms, int Aliases, int Count)
    {
        public static Columns Of(LexiconRow header)
        {
            foreach (var name in Mandatory)
            {
                if (!header.Fields.Contains(name))
                {
                    throw header.Error($"columns '{string.Join(' ', header.Fields)}', expected {string.Join(", ", Mandatory)} among them");
                }
            }

            int At(string name) => Array.IndexOf(header.Fields, name);
            return new Columns(
                At("id"), At("type"), At("name_ar"), At("name_en"), At("state_actor"), At("demonyms"), At("aliases"), header.Fields.Length);
        }
    }
}
