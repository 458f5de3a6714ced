/** Waits for the end of its input. The agent has started before. */
public class App {
  public static void main(String[] args) throws java.io.IOException {
    while (System.in.read() >= 0) {}
  }
}
