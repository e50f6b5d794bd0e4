// Gephi itself reads our files, through gephi-toolkit: ReadGephi FOLDER FILE... For each FILE, FOLDER/NAME.dump
// gets what Gephi then holds and what it complained about, one thing a line; NAME.again.gexf is the graph as
// Gephi writes it, NAME.again.dump what Gephi holds when it has read that. read_gephi.py compares.

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class ReadGephi {
    static <T> T find(Class<T> service) {
        return Lookup.getDefault().lookup(service);
    }

    // Fields may hold any character: all are Base64.
    static void line(PrintWriter out, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            String text = fields[i] == null ? "" : fields[i];
            out.print((i > 0 ? "\t" : "")
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        out.print("\n");
    }

    // A column's id is the file's own affair: people see its title.
    static Column column(Element element, String title) {
        for (Column column : element.getTable()) {
            if (column.getTitle().equalsIgnoreCase(title)) return column;
        }
        return null;
    }

    static String value(Element element, String title) {
        Column column = column(element, title);
        Object value = column == null ? null : element.getAttribute(column);
        if (value == null) return "";
        if (value instanceof Object[]) return Arrays.toString((Object[]) value);
        return value.toString();
    }

    // "start/end start/end", in the milliseconds that Gephi holds.
    static String times(Edge edge) {
        Column column = edge.getTable().getColumn("timeset");
        Object set = column == null ? null : edge.getAttribute(column);
        if (!(set instanceof IntervalSet)) return "";
        StringBuilder text = new StringBuilder();
        for (Interval interval : ((IntervalSet) set).toArray()) {
            text.append((long) interval.getLow()).append('/').append((long) interval.getHigh()).append(' ');
        }
        return text.toString().trim();
    }

    static Workspace read(File file, File dump) throws Exception {
        ProjectController projects = find(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = find(ImportController.class);
        try (PrintWriter out = new PrintWriter(dump, StandardCharsets.UTF_8)) {
            Container container = importer.importFile(file);
            if (container == null) throw new IllegalStateException(file + ": Gephi knows no importer for it");
            container.getLoader().setAllowAutoNode(false);
            container.getLoader().setAutoScale(false);
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            importer.process(container, new DefaultProcessor(), workspace);
            container.getReport().getIssuesList(100000).forEach((Issue issue) ->
                line(out, "issue", issue.getLevel().toString(), issue.getMessage()));
            write(out, find(GraphController.class).getGraphModel(workspace));
        }
        return workspace;
    }

    static void write(PrintWriter out, GraphModel model) {
        line(out, "model", model.getTimeFormat().toString());
        for (Node node : model.getGraph().getNodes().toArray()) {
            line(out, "node", node.getId().toString(), node.getLabel(), value(node, "entity_type"),
                value(node, "mentions"), value(node, "aliases"), Float.toString(node.x()),
                Float.toString(node.y()), Float.toString(node.size()),
                Integer.toHexString(node.getRGBA()));
        }
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            Object kind = edge.getTypeLabel();
            line(out, "edge", edge.getId().toString(), edge.getSource().getId().toString(),
                edge.getTarget().getId().toString(), kind == null ? "" : kind.toString(),
                edge.getLabel(), Double.toString(edge.getWeight()),
                Boolean.toString(edge.isDirected()), value(edge, "relation"), value(edge, "status"),
                value(edge, "symmetric"), times(edge));
        }
    }

    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            File file = new File(arguments[i]);
            File again = new File(arguments[0], file.getName() + ".again.gexf");
            Workspace workspace = read(file, new File(arguments[0], file.getName() + ".dump"));
            find(ExportController.class).exportFile(again, workspace);
            read(again, new File(arguments[0], file.getName() + ".again.dump"));
        }
        System.exit(0);  // Gephi leaves threads behind
    }
}
